/** A short low tone: something was not taken. Made by the sound card, no file is played. */
let context: AudioContext | undefined;

const pitchHz = 220;
const lengthSeconds = 0.15;
const volume = 0.2;

export function beep(): void {
  try {
    context ??= new AudioContext();
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.frequency.value = pitchHz;
    gain.gain.setValueAtTime(volume, context.currentTime);
    // Cut off at once, a tone clicks.
    gain.gain.exponentialRampToValueAtTime(0.001, context.currentTime + lengthSeconds);
    tone.connect(gain).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + lengthSeconds);
  } catch (cause) {
    // A workstation without a sound device still shows text and colour.
    if (!(cause instanceof DOMException)) throw cause;
  }
}
