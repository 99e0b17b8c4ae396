import { useQuery } from '@tanstack/react-query';
import { useMay } from '../api/session.js';
import { contractsQuery } from '../contracts/contract-queries.js';
import { lineName } from '../contracts/words.js';
import { coursesQuery } from '../courses/course-queries.js';
import { useTerritories } from '../frame/choices.js';
import { languageName } from '../frame/languages.js';
import type { Activity } from './activity-queries.js';

/** In which language and territory it took place, of which course, and which package of hours pays for it. */
export function usePackageFacts(activity: Activity) {
  const { projectId, language, territoryId, courseId, contractLineId, overReason } = activity;
  const may = useMay();
  const territories = useTerritories();
  const { data: courses = [] } = useQuery({
    ...coursesQuery(projectId),
    enabled: courseId !== null && may('course.view', projectId),
  });
  const { data: contracts = [] } = useQuery({
    ...contractsQuery(projectId),
    enabled: contractLineId !== null && may('contract.view', projectId),
  });
  const payer = contracts
    .flatMap(({ title, lines }) => lines.map((line) => ({ title, line })))
    .find(({ line }) => line.id === contractLineId);
  return [
    { term: 'Lingua', value: language && languageName(language) },
    { term: 'Territorio', value: territories.find(({ value }) => value === territoryId)?.label },
    { term: 'Corso', value: courses.find(({ id }) => id === courseId)?.title },
    { term: 'Pacchetto di ore', value: payer && `${payer.title}, ${lineName(payer.line)}` },
    { term: 'Motivo oltre il pacchetto', value: overReason },
  ];
}
