import { Button } from 'design-react-kit';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { isNegative, minus, sum } from '../budget/cents.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { amount, euro } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { parseMoney } from '../frame/parse.js';
import { DayField, MoneyField } from '../frame/typedFields.js';
import { emptyShare } from './document-values.js';
import type { DocumentValues } from './document-values.js';
import { useLineChoices } from './line-choices.js';

/** Lines on which the document is charged, with what is left of the document and of each line. */
export function Shares({ projectId }: { projectId: string }) {
  const { fields, append, remove } = useFieldArray<DocumentValues, 'shares'>({ name: 'shares' });
  const { setValue } = useFormContext<DocumentValues>();
  const remaining = useRemaining();
  return (
    <fieldset>
      <legend className="cf-section-title">Imputa sul budget</legend>
      <div className="cf-stack">
        <Remaining remaining={remaining} />
        <ul className="cf-shares">
          {fields.map((field, index) => (
            <li key={field.id} className="cf-share">
              <Share
                projectId={projectId}
                index={index}
                remove={() => remove(index)}
                takeRest={(rest) =>
                  setValue(`shares.${index}.amount`, amount(rest), { shouldDirty: true })
                }
                rest={remaining?.left ?? null}
              />
            </li>
          ))}
        </ul>
        <div className="cf-buttons">
          <Button
            type="button"
            color="primary"
            outline
            size="sm"
            onClick={() => append(emptyShare)}
          >
            <Icon name="plus" />
            Un’altra riga
          </Button>
        </div>
        <DayField
          name="paidOn"
          label="Pagata il"
          help="Il giorno della quietanza; vuoto se non è ancora pagata."
        />
      </div>
    </fieldset>
  );
}

interface RemainingOf {
  whole: string;
  left: string;
}

/** What the document has to give and what is left of it, as typed so far; null before there is a total. */
function useRemaining(): RemainingOf | null {
  const [total, eligible, shares] = useWatch<DocumentValues, ['total', 'eligibleTotal', 'shares']>({
    name: ['total', 'eligibleTotal', 'shares'],
  });
  const whole = parseMoney(eligible || total);
  if (whole === null) return null;
  const charged = sum(shares.map((share) => parseMoney(share.amount) ?? '0.00'));
  return { whole, left: minus(whole, charged) };
}

function Remaining({ remaining }: { remaining: RemainingOf | null }) {
  if (!remaining)
    return <p className="cf-muted">Scrivi il totale: qui vedrai quanto resta da imputare.</p>;
  const over = isNegative(remaining.left);
  return (
    <p className={`cf-remaining ${over ? 'is-over' : ''}`} role="status">
      <span>Da imputare {euro(remaining.whole)}</span>
      <strong>
        {over ? `Troppo: ${euro(remaining.left)}` : `Restano ${euro(remaining.left)}`}
      </strong>
    </p>
  );
}

interface ShareProps {
  projectId: string;
  index: number;
  remove: () => void;
  takeRest: (rest: string) => void;
  rest: string | null;
}

function Share({ projectId, index, remove, takeRest, rest }: ShareProps) {
  const { choices, lineOf } = useLineChoices(projectId);
  const [lineId, typed] = useWatch<
    DocumentValues,
    [`shares.${number}.budgetLineId`, `shares.${number}.amount`]
  >({
    name: [`shares.${index}.budgetLineId`, `shares.${index}.amount`],
  });
  const line = lineOf(lineId);
  const after = line ? minus(line.residual, parseMoney(typed) ?? '0.00') : null;
  return (
    <>
      <ChoiceField
        name={`shares.${index}.budgetLineId`}
        label={`Riga di budget ${index + 1}`}
        choices={choices}
      />
      <MoneyField name={`shares.${index}.amount`} label="Importo" />
      <button type="button" className="cf-icon-button" onClick={remove}>
        <Icon name="delete" label={`Togli la riga ${index + 1}`} />
      </button>
      <p
        className={`cf-help cf-share-after ${after !== null && isNegative(after) ? 'is-over' : ''}`}
      >
        {after !== null &&
          (isNegative(after) ? overWords(after) : `Sulla riga resteranno ${euro(after)}.`)}{' '}
        {rest !== null && !typed && (
          <Button type="button" color="link" size="sm" onClick={() => takeRest(rest)}>
            Imputa qui {euro(rest)}
          </Button>
        )}
      </p>
    </>
  );
}

const overWords = (after: string): string =>
  `Supera il residuo della riga di ${euro(after.replace('-', ''))}: si salva, ma non sarà rendicontabile.`;
