import { get } from '../http/route.ts';
import { AuditList, AuditQuery } from './contract.ts';
import { searchAudit } from './search.ts';

export const auditRoutes = [
  get(
    '/audit',
    { may: 'audit.read', summary: 'Who did what, newest first', query: AuditQuery, reply: AuditList },
    ({ query }) => searchAudit(query),
  ),
];
