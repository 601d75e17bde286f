// What every field gets.
import type { Question } from '../documents';

export interface FieldProps {
  question: Question;
  /** The id of its element. */
  id: string;
  /** The answer as typed, if there is one. */
  said: string | undefined;
  /** What describes the field: the ids of its help and of what is wrong with it. */
  describedBy: string | undefined;
  isWrong: boolean;
  /** Takes the answer. */
  take: (text: string, how?: { isSliding: boolean }) => void;
  /** Goes on to the next question. */
  goOn: () => void;
}
