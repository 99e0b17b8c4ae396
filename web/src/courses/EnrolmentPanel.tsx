import { useWatch } from 'react-hook-form';
import { EditPanel } from '../frame/EditPanel.js';
import { SelectField } from '../frame/fields.js';
import { dayTyped } from '../frame/format.js';
import { options } from '../frame/choices.js';
import { parseDay } from '../frame/parse.js';
import { useToday } from '../frame/today.js';
import { DayField } from '../frame/typedFields.js';
import { useSeen } from '../frame/useSeen.js';
import { changeEnrolment, useCoursesChanged } from './course-queries.js';
import type { Course, Enrolment } from './course-queries.js';
import { ENROLMENT_STATUSES } from './words.js';

interface Values {
  status: Enrolment['status'];
  fromDay: string;
  toDay: string;
}

interface EnrolmentPanelProps {
  course: Course;
  enrolment: Enrolment;
  close: () => void;
}

/** As what somebody follows the course, since when, and until when. */
export function EnrolmentPanel({ course, enrolment: now, close }: EnrolmentPanelProps) {
  const today = useToday();
  const changed = useCoursesChanged(course.projectId);
  const valuesOf = ({ status, fromDay, toDay }: Enrolment): Values => ({
    status,
    fromDay: dayTyped(fromDay),
    toDay: dayTyped(toDay ?? today),
  });
  const { row: enrolment, values, standing } = useSeen(now, valuesOf);
  return (
    <EditPanel
      title={`Iscrizione di ${enrolment.code}`}
      lead="Chi rientra dopo un ritiro torna effettivo o uditore, come si sceglie qui."
      write={({ status, fromDay, toDay }, key) =>
        changeEnrolment(
          course.projectId,
          enrolment,
          {
            status,
            fromDay: parseDay(fromDay, today) ?? fromDay,
            ...(status === 'withdrawn' && { toDay: parseDay(toDay, today) ?? toDay }),
          },
          key,
        )
      }
      said={({ code, status }) => `${code}: ${ENROLMENT_STATUSES[status]}.`}
      {...{ values, standing, changed, close }}
    >
      <SelectField name="status" label="Segue come" options={options(ENROLMENT_STATUSES)} />
      <DayField name="fromDay" label="Dal" size="half" required />
      <WithdrawnOn />
    </EditPanel>
  );
}

function WithdrawnOn() {
  const status = useWatch<Values, 'status'>({ name: 'status' });
  return (
    status === 'withdrawn' && (
      <DayField
        name="toDay"
        label="Ritirato il"
        size="half"
        help="Dal giorno dopo non è più sul registro"
        required
      />
    )
  );
}
