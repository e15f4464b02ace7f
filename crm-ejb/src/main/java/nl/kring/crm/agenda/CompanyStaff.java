package nl.kring.crm.agenda;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import nl.kring.crm.security.CurrentUser;

/** Who works for the organisations that an edition is limited to. For other boundaries, which ask it before they answer. */
@Stateless
public class CompanyStaff {

    /** An affiliation counts on the day it is asked; what was merged counts as what it was merged into. */
    private static final String WORKS = """
            crm.edition_company k
              join crm.affiliation a on a.person_id = :person and a.withdrawn_at is null
               and daterange(a.valid_from, a.valid_to, '[]') @> cast(:day as date)
               and crm.organisation_survivor(a.organisation_id) = crm.organisation_survivor(k.organisation_id)
             where k.edition_id =\s""";

    private static final String COMPANY_OF = "select crm.organisation_survivor(k.organisation_id) from " + WORKS
            + ":edition order by a.main desc, a.id limit 1";

    private static final String FOR_ORGANISATION = """
            select exists (select 1 from crm.edition_company k
                            where k.edition_id = :edition
                              and crm.organisation_survivor(k.organisation_id) = crm.organisation_survivor(:organisation))""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    /**
     * The same as a condition in SQL, for lists: that {@code :person} works on {@code :day} for one of the organisations that an
     * edition is for.
     *
     * @param edition the column with its number
     */
    public static String worksForOneOf(String edition) {
        return "exists (select 1 from " + WORKS + edition + ")";
    }

    /** Whether the caller works, or acts, for one of the organisations that the edition is for; for everybody's edition always. */
    @PermitAll
    public boolean admitsCaller(Edition edition) {
        return admits(edition, currentUser.personId(), currentUser.organisationId());
    }

    /** The same of somebody who is, and acts for, these; null for nobody and for none. */
    @PermitAll
    public boolean admits(Edition edition, Long person, Long organisation) {
        return !edition.isInCompany()
                || person != null && companyOf(edition, person).isPresent()
                || organisation != null && isFor(edition, organisation);
    }

    /** For which of the organisations that the edition is for somebody works today; none when for none of them. */
    @PermitAll
    public Optional<Long> companyOf(Edition edition, Long person) {
        return em.createNativeQuery(COMPANY_OF, Long.class)
                .setParameter("person", person)
                .setParameter("edition", edition.getId())
                .setParameter("day", AmsterdamTime.toLocal(clock.instant()).toLocalDate())
                .getResultStream()
                .findFirst();
    }

    private boolean isFor(Edition edition, Long organisation) {
        return (Boolean) em.createNativeQuery(FOR_ORGANISATION, Boolean.class)
                .setParameter("edition", edition.getId())
                .setParameter("organisation", organisation)
                .getSingleResult();
    }
}
