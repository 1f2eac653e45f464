import type { Answers } from '#shared/contract/quality.ts';
import { shareOf } from '#shared/statistics/quality/share.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import classes from './quality.module.css';

type ShareBarProps = { answers: Answers; withoutBar?: boolean };

const width = 48;
const height = 10;

/** Percent filled with a small bar that says the same: dark what is filled, grey other answers, white nothing at all. */
export function ShareBar({ answers, withoutBar = false }: ShareBarProps) {
  const formats = useFormats();
  const share = shareOf(answers);
  if (share === null) return <span className={classes.share}>–</span>;
  if (withoutBar) return formats.number(share, 1);
  const part = (count: number) => (count / answers.applies.count) * width;
  const filled = part(answers.filled.count);
  const marked = part(answers.gap.count - answers.not_entered.count);
  return (
    <span className={classes.share}>
      <svg aria-hidden="true" className={classes.bar} height={height} width={width}>
        <rect className={classes.barFilled} height={height} width={filled} />
        <rect className={classes.barMarked} height={height} width={marked} x={filled} />
        <rect className={classes.barFrame} height={height - 1} width={width - 1} x={0.5} y={0.5} />
      </svg>
      <span className={classes.shareFigure}>{formats.number(share, 1)}</span>
    </span>
  );
}
