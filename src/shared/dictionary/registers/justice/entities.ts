import type { EntityDeclaration } from '../../vocabulary.ts';
import { naturalPerson } from './person-type.ts';
import { foundGuilty } from './verdict.ts';

/**
 * Groups hang under groups, a vault under a defendant. Where rows have a meaning is asked of the row above them:
 * `applies` of a sentence is about its verdict, of custody and of an aggregate sentence about the defendant.
 */
export const entities = [
  { id: 'case', parent: null, role: 'record', codeLetter: 'J' },
  { id: 'defendant', parent: 'case', role: 'group', section: 'defendant', ordinal: 'defendant_id' },
  { id: 'defendant_identity', parent: 'defendant', role: 'vault', section: 'identity' },
  { id: 'investigation', parent: 'defendant', role: 'group', section: 'investigation' },
  { id: 'custody', parent: 'defendant', role: 'group', section: 'investigation', applies: naturalPerson },
  { id: 'indictment', parent: 'defendant', role: 'group', section: 'charges' },
  { id: 'charge', parent: 'defendant', role: 'group', section: 'charges', ordinal: 'charge_no' },
  { id: 'trial', parent: 'defendant', role: 'group', section: 'trial' },
  { id: 'verdict', parent: 'charge', role: 'group', section: 'verdict' },
  { id: 'sentence', parent: 'verdict', role: 'group', section: 'sentence', applies: foundGuilty },
  {
    id: 'judgment_sentence',
    parent: 'defendant',
    role: 'group',
    section: 'sentence',
    applies: { fact: 'convicted' },
  },
  { id: 'appeal', parent: 'defendant', role: 'group', section: 'appeals', ordinal: 'appeal_no' },
  { id: 'asset', parent: 'case', role: 'group', section: 'assets', ordinal: 'asset_no' },
  { id: 'asset_decision', parent: 'asset', role: 'group', section: 'assets' },
  { id: 'claim', parent: 'case', role: 'group', section: 'compensation', ordinal: 'claim_no' },
  { id: 'victim_group', parent: 'case', role: 'group', section: 'victims', ordinal: 'vgroup_no' },
  { id: 'cooperation', parent: 'case', role: 'group', section: 'cooperation' },
] as const satisfies readonly EntityDeclaration[];
