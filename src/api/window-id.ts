/** Name of this window for as long as its page stands: two windows keep apart what is typed in each. */
export const windowId: string = crypto.randomUUID();
