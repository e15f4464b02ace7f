package nl.kring.crm.accreditation.request;

import java.io.Serializable;

/**
 * What bodies ask of a course and the course itself does not say.
 *
 * @param need why it is given: which gap in knowledge or skills it fills
 * @param didactics how it is taught
 * @param competences which competences, after CanMEDS
 * @param assessment how it is found out whether something was learned
 * @param literature which guidelines and articles it rests on
 */
public record DossierTexts(String need, String didactics, String competences, String assessment, String literature)
        implements Serializable {

    public static final DossierTexts NONE = new DossierTexts(null, null, null, null, null);
}
