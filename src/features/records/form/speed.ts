/** Speed mode: a paper file is typed by numbers alone, without the pointer, and what is wrong is not taken. */
import { createContext, useContext } from 'react';

export const SpeedContext = createContext(false);
export const useSpeed = (): boolean => useContext(SpeedContext);
