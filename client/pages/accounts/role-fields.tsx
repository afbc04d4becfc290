import type { AccountView } from '../../../server/accounts/contract.ts';
import { Field, type Asking } from '../../parts/form.tsx';
import { useReader } from '../../parts/reader.ts';

export const roles: AccountView['role'][] = [
  'family',
  'searchTeam',
  'communeStaff',
  'provinceStaff',
  'laboratory',
  'administrator',
];

/** Role, and where it holds; a place that can be several is chosen from a list. */
export function RoleFields({
  asking,
  role,
  area = '',
  areas = [],
}: {
  asking: Asking;
  role?: AccountView['role'];
  area?: string | undefined;
  areas?: { id: string; name: string }[] | undefined;
}) {
  const { t } = useReader();
  const back = asking.sent?.do === asking.name ? asking.sent : undefined;
  const chosen = back?.values['role'] ?? role ?? 'communeStaff';
  return (
    <>
      <div class="field">
        <label for={`${asking.name}-role`}>{t('account.role')}</label>
        <select
          id={`${asking.name}-role`}
          name="role"
          aria-invalid={back?.errors['role'] ? true : undefined}
          aria-describedby={back?.errors['role'] ? `${asking.name}-role-fault` : undefined}
        >
          {roles.map((each) => (
            <option key={each} value={each} selected={each === chosen}>
              {t(`role.${each}`)}
            </option>
          ))}
        </select>
        {back?.errors['role'] && (
          <p class="fault" id={`${asking.name}-role-fault`} role="alert">
            {back.errors['role']}
          </p>
        )}
      </div>
      <Field
        asking={asking}
        name="area"
        label={t('account.scope')}
        hint={t('account.scope.hint')}
        value={area}
      />
      {areas.length > 0 && (
        <fieldset class="choice">
          <legend>{t('account.scope.choose')}</legend>
          {areas.map(({ id, name }, at) => (
            <label key={id}>
              <input type="radio" name="areaId" value={id} checked={at === 0} /> {name}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
