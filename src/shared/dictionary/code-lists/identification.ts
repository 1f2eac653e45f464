/** Detection, reflection period, residence. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const detectionChannels = {
  id: 'DETECT',
  codes: [
    { code: 'police_operation' },
    { code: 'self_report' },
    { code: 'helpline' },
    { code: 'border_check' },
    { code: 'labour_inspection' },
    { code: 'social_worker' },
    { code: 'health_worker' },
    { code: 'teacher' },
    { code: 'ngo_outreach' },
    { code: 'asylum_procedure' },
    { code: 'family_report' },
    { code: 'client' },
    { code: 'foreign_authority' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const reflectionPeriods = {
  id: 'REFLECTION_PERIOD',
  codes: [{ code: 'granted' }, { code: 'refused' }, { code: 'not_requested' }, { code: 'not_applicable_national' }],
} as const satisfies CodeListDeclaration;

export const residencePermits = {
  id: 'PERMIT',
  codes: [
    { code: 'none_requested' },
    { code: 'humanitarian' },
    { code: 'cooperation_based' },
    { code: 'asylum_refugee' },
    { code: 'subsidiary' },
    { code: 'student_work_family' },
    { code: 'refused' },
    { code: 'pending' },
  ],
} as const satisfies CodeListDeclaration;
