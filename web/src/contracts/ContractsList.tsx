import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { Card } from '../frame/Card.js';
import { euro, period } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { DemoMark, StateChip } from '../frame/StateChip.js';
import { contractsQuery } from './contract-queries.js';
import type { Contract, ContractLine } from './contract-queries.js';
import { AlertChip, CONTRACT_STATES, lineName, termsOf, validityOf, withUnit } from './words.js';

interface ContractsListProps {
  projectId: string;
  edits: boolean;
  /** Opens a panel by its name in the address. */
  open: (panel: string) => void;
}

/** Each contract with its lines. */
export function ContractsList({ projectId, edits, open }: ContractsListProps) {
  const { data = [] } = useQuery(contractsQuery(projectId));
  return data.map((contract) => (
    <Card
      key={contract.id}
      title={contract.title}
      lead={<Lead contract={contract} />}
      action={
        <>
          <Button
            type="button"
            color="primary"
            outline
            size="sm"
            onClick={() => open(`fattura/${contract.id}`)}
          >
            Confronta una fattura
            <span className="visually-hidden"> di {contract.title}</span>
          </Button>
          {edits && (
            <>
              <Button
                type="button"
                color="primary"
                outline
                size="sm"
                onClick={() => open(`riga/${contract.id}`)}
              >
                <Icon name="plus" />
                Aggiungi una riga
              </Button>
              <Button
                type="button"
                color="primary"
                outline
                size="sm"
                onClick={() => open(`contratto/${contract.id}`)}
              >
                Modifica<span className="visually-hidden"> il contratto {contract.title}</span>
              </Button>
            </>
          )}
        </>
      }
    >
      {contract.lines.length === 0 ? (
        <p className="cf-muted">Nessuna riga: aggiungi quante ore o pagine sono comprate.</p>
      ) : (
        <ul className="cf-contract-lines">
          {contract.lines.map((line) => (
            <Line key={line.id} {...{ contract, line, edits, open }} />
          ))}
        </ul>
      )}
    </Card>
  ));
}

function Lead({ contract }: { contract: Contract }) {
  const { organisationName, personName, reference, validFrom, validTo, state } = contract;
  const words = [organisationName, personName, reference, period(validFrom, validTo)];
  return (
    <>
      {words.filter(Boolean).join(' · ')}{' '}
      {state !== 'active' && (
        <StateChip word={CONTRACT_STATES[state]} icon="info-circle" tone="muted" />
      )}
      {contract.demonstration && <DemoMark />}
    </>
  );
}

interface LineProps extends Pick<ContractsListProps, 'edits' | 'open'> {
  contract: Contract;
  line: ContractLine;
}

function Line({ contract, line, edits, open }: LineProps) {
  const { id, unit, unitRate, bought, residual, alert, allotments } = line;
  const rate = unitRate && `${euro(unitRate)} ${unit === 'minutes' ? 'l’ora' : 'l’una'}`;
  return (
    <li>
      <div>
        <strong>{lineName(line)}</strong> <AlertChip alert={alert} />
        <small className="cf-second">
          {[rate, termsOf(line), validityOf(line, contract)].filter(Boolean).join(' · ')}
        </small>
        {allotments.length > 0 && (
          <small className="cf-second">
            {allotments.map(({ name, amount }) => `${name}: ${withUnit(unit, amount)}`).join(' · ')}
          </small>
        )}
      </div>
      <p className="cf-num">
        {withUnit(unit, residual)} <span className="cf-muted">di {withUnit(unit, bought)}</span>
      </p>
      {edits && (
        <div className="cf-buttons">
          <Button type="button" color="link" size="sm" onClick={() => open(`assegna/${id}`)}>
            Assegna<span className="visually-hidden"> ore di {lineName(line)}</span>
          </Button>
          <Button type="button" color="link" size="sm" onClick={() => open(`modifica-riga/${id}`)}>
            Modifica<span className="visually-hidden"> la riga {lineName(line)}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
