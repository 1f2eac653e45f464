import { useTranslation } from 'react-i18next';
import { useFormats } from './use-formats.ts';

/** Bytes in the unit a person reads: kilobytes up to gigabytes. */
export function useSize(): (bytes: number) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return (bytes) => {
    const [unit, divisor] =
      bytes >= 1e9
        ? (['gigabytes', 1e9] as const)
        : bytes >= 1e6
          ? (['megabytes', 1e6] as const)
          : (['kilobytes', 1e3] as const);
    const amount = bytes / divisor;
    return t(`common:size.${unit}`, { amount: formats.number(amount, amount < 10 && divisor > 1e3 ? 1 : 0) });
  };
}
