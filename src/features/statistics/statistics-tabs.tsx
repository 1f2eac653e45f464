import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './statistics.module.css';

/** Standard tables and those that somebody puts together, beside each other. */
export function StatisticsTabs() {
  const { t } = useTranslation('builder');
  return (
    <nav aria-label={t('tabs.label')} className={classes.tabs}>
      <Link activeOptions={{ exact: true }} className={classes.tab} to="/statistics">
        {t('tabs.standard')}
      </Link>
      <Link className={classes.tab} to="/statistics/own">
        {t('tabs.own')}
      </Link>
    </nav>
  );
}
