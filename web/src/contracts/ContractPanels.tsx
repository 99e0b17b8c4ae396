import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AllotPanel } from './AllotPanel.js';
import { ContractPanel } from './ContractPanel.js';
import { contractsQuery } from './contract-queries.js';
import type { Contract, ContractLine } from './contract-queries.js';
import { InvoicePanel } from './InvoicePanel.js';
import { LinePanel } from './LinePanel.js';

interface ContractPanelsProps {
  projectId: string;
  /** 'nuovo', or what is done and to which: 'riga/0193…'. */
  panel: string;
  close: () => void;
}

/** The panel that the address names. */
export default function ContractPanels({ projectId, panel, close }: ContractPanelsProps) {
  const { data: contracts = [] } = useQuery(contractsQuery(projectId));
  const [what = '', id = ''] = panel.split('/');
  if (what === 'nuovo')
    return <ContractPanel projectId={projectId} contract={null} close={close} />;
  const contract = contracts.find((one) => one.id === id);
  if (contract) return OF_CONTRACT[what]?.(contract, close);
  const found = lineIn(contracts, id);
  return found && OF_LINE[what]?.(found.contract, found.line, close);
}

function lineIn(contracts: Contract[], id: string) {
  const all = contracts.flatMap((contract) => contract.lines.map((line) => ({ contract, line })));
  return all.find(({ line }) => line.id === id);
}

const OF_CONTRACT: Record<string, (contract: Contract, close: () => void) => ReactNode> = {
  contratto: (contract, close) => (
    <ContractPanel projectId={contract.projectId} contract={contract} close={close} />
  ),
  fattura: (contract, close) => <InvoicePanel contract={contract} close={close} />,
  riga: (contract, close) => <LinePanel contract={contract} line={null} close={close} />,
};

const OF_LINE: Record<
  string,
  (contract: Contract, line: ContractLine, close: () => void) => ReactNode
> = {
  'modifica-riga': (contract, line, close) => (
    <LinePanel contract={contract} line={line} close={close} />
  ),
  assegna: ({ projectId }, line, close) => (
    <AllotPanel projectId={projectId} line={line} close={close} />
  ),
};
