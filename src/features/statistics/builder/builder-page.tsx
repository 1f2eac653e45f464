import { useProcedure } from '../../../api/query.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { FailureNotice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { StatisticsTabs } from '../statistics-tabs.tsx';
import { Builder } from './builder.tsx';

/** Tables that are put together from the dictionary. */
export function BuilderPage() {
  const { data, error } = useProcedure('design.offer', {});
  const failure = useFailureText();
  return (
    <Page fill>
      <StatisticsTabs />
      <FailureNotice text={failure(error)} />
      {data !== undefined && <Builder offer={data} />}
    </Page>
  );
}
