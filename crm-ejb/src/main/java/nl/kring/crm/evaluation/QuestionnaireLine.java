package nl.kring.crm.evaluation;

import java.io.Serializable;
import java.util.UUID;

/**
 * A questionnaire in a list.
 *
 * @param own false for one that comes with the product
 * @param number of its latest version
 * @param usual whether it is taken where a course says nothing else
 */
public record QuestionnaireLine(
        UUID uuid, String name, boolean own, int number, int questions, boolean retired, boolean usual)
        implements Serializable {}
