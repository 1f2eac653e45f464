/** The two channels of the bridge; the preload knows nothing else. */
export const requestChannel = 'kriter:request';
export const eventChannel = 'kriter:event';
