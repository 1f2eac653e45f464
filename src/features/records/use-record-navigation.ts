import { useRouter } from '@tanstack/react-router';

export interface RecordNavigation {
  readonly openRecord: (id: string) => void;
  readonly openList: (entity: string) => void;
}

/** Ways between the list and a record. */
export function useRecordNavigation(): RecordNavigation {
  const { history } = useRouter();
  return {
    openRecord: (id) => history.push(`/record/${id}`),
    openList: (entity) => history.push(`/records/${entity}`),
  };
}
