import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import classes from './code-lists.module.css';
import { FixedList } from './fixed-list.tsx';
import { KeptList } from './kept-list.tsx';
import { ListChoice } from './list-choice.tsx';
import { useListNames } from './use-list-names.ts';

/** The list that was last looked at, as long as the window stands. */
let lastChosen: string | null = null;

/** Every list that answers are chosen from: those of this installation to edit, those of the dictionary to read. */
export function CodeListsPage() {
  const { t } = useTranslation('code-lists');
  const text = useFailureText();
  const { kept, fixed } = useListNames();
  const { data, error } = useProcedure('reference.list', {});
  const [chosen, setChosen] = useState(lastChosen ?? kept[0]?.id ?? '');
  const choose = (list: string) => {
    lastChosen = list;
    setChosen(list);
  };
  const list = [...kept, ...fixed].find(({ id }) => id === chosen) ?? kept[0];
  const isKept = kept.some(({ id }) => id === list?.id);
  return (
    <Page fill>
      <PageHeader title={t('title')} />
      <FailureNotice text={text(error)} />
      <div className={classes.columns}>
        <ListChoice chosen={list?.id ?? ''} fixed={fixed} kept={kept} onChoose={choose} />
        {list === undefined || data === undefined ? (
          <div />
        ) : isKept ? (
          <KeptList entries={data.lists[list.id] ?? []} key={list.id} list={list} />
        ) : (
          <FixedList key={list.id} list={list} />
        )}
      </div>
    </Page>
  );
}
