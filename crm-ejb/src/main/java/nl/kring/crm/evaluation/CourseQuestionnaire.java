package nl.kring.crm.evaluation;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * What the participants of a course are asked.
 *
 * @param chosen the questionnaire that was chosen for it; null for the usual one, or none
 * @param none whether it was said that nothing is asked
 * @param choices what can be chosen
 */
public record CourseQuestionnaire(String title, UUID chosen, boolean none, List<QuestionnaireLine> choices)
        implements Serializable {}
