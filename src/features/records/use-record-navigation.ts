import { useRouter } from '@tanstack/react-router';

export interface RecordNavigation {
  readonly openRecord: (id: string) => void;
  readonly openList: (entity: string) => void;
  /** Where erasing for good is proposed. */
  readonly openErasure: (id: string) => void;
}

/** Ways between the list, a record, and the page where its erasure is proposed. */
export function useRecordNavigation(): RecordNavigation {
  const { history } = useRouter();
  return {
    openRecord: (id) => history.push(`/record/${id}`),
    openList: (entity) => history.push(`/records/${entity}`),
    openErasure: (id) => history.push(`/retention?record=${id}`),
  };
}
