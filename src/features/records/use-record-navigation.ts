import { useRouter } from '@tanstack/react-router';

export interface RecordNavigation {
  readonly openRecord: (id: string) => void;
  /** A record seen as a course over time. */
  readonly openCourse: (id: string) => void;
  readonly openList: (entity: string) => void;
  /** Two records side by side. */
  readonly openComparison: (id: string, other: string) => void;
  /** Where erasing for good is proposed. */
  readonly openErasure: (id: string) => void;
}

/** Ways between the list, a record, and the page where its erasure is proposed. */
export function useRecordNavigation(): RecordNavigation {
  const { history } = useRouter();
  return {
    openRecord: (id) => history.push(`/record/${id}`),
    openCourse: (id) => history.push(`/record/${id}?view=course`),
    openList: (entity) => history.push(`/records/${entity}`),
    openComparison: (id, other) => history.push(`/merge/${id}/${other}`),
    openErasure: (id) => history.push(`/retention?record=${id}`),
  };
}
