export const roles = ['administrator', 'officer', 'supervisor', 'analyst', 'auditor'] as const;
export type Role = (typeof roles)[number];
