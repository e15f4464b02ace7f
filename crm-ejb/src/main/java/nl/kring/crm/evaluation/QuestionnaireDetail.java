package nl.kring.crm.evaluation;

import java.io.Serializable;
import java.util.UUID;

/**
 * A questionnaire in its latest version.
 *
 * @param own whether the caller's organisation may change it
 * @param used how many evaluations asked one of its versions
 */
public record QuestionnaireDetail(
        UUID uuid, QuestionnaireForm form, int number, boolean own, boolean retired, long used)
        implements Serializable {}
