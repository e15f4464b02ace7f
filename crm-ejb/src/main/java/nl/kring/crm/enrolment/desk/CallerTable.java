package nl.kring.crm.enrolment.desk;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.agenda.SearchText;

/** Reads for the phone what one organisation may see: its own editions, alone or with others, and who is enrolled there. */
class CallerTable {

    private static final int MOST_PLACES = 50;
    private static final int MOST_EDITIONS = 12;

    private static final String OWN = "(c.organiserId = :own or :own member of c.coOrganisers)";

    private static final String PLACES = """
            select new nl.kring.crm.enrolment.desk.CallerPlace(
                     e.uuid, d.uuid, p.uuid, p.displayName, c.title, d.startsAt, e.state,
                     case when e.waitingPlace is null then null else
                       (select count(w) from Enrolment w where w.edition = e.edition and w.waitingPlace <= e.waitingPlace) end,
                     e.priceCents, e.email)
              from Enrolment e join e.edition d join d.course c join e.person p
             where\s""" + OWN;

    private static final String EDITIONS = """
            select new nl.kring.crm.enrolment.desk.OpenEdition(
                     d.uuid, c.title, d.startsAt, d.endsAt, d.place, s.capacity, s.taken, d.waitingList,
                     exists (select 1 from Enrolment e where e.edition = d and e.person.uuid = :person
                                and e.state not in (nl.kring.crm.enrolment.EnrolmentState.CANCELLED, nl.kring.crm.enrolment.EnrolmentState.REPLACED)),
                     c.audience is not empty
                     and not exists (select 1 from Person p where p.uuid = :person and p.profession member of c.audience))
              from Edition d join d.course c join SeatCount s on s.editionId = d.id
             where d.state = nl.kring.crm.agenda.EditionState.OPEN and d.startsAt > :now
               and (d.enrolUntil is null or d.enrolUntil > :now) and\s""" + OWN;

    private final EntityManager em;
    private final Long own;
    private final Instant now;

    CallerTable(EntityManager em, Long own, Instant now) {
        this.em = em;
        this.own = own;
        this.now = now;
    }

    List<CallerPlace> placesOf(UUID person) {
        return em.createQuery(PLACES + """
                         and p.uuid = :person and d.endsAt > :now
                         and e.state not in (nl.kring.crm.enrolment.EnrolmentState.CANCELLED, nl.kring.crm.enrolment.EnrolmentState.REPLACED)
                       order by d.startsAt, e.id""", CallerPlace.class)
                .setParameter("own", own)
                .setParameter("person", person)
                .setParameter("now", now)
                .setMaxResults(MOST_PLACES)
                .getResultList();
    }

    Optional<CallerPlace> place(UUID enrolment) {
        return em.createQuery(PLACES + " and e.uuid = :enrolment", CallerPlace.class)
                .setParameter("own", own)
                .setParameter("enrolment", enrolment)
                .getResultStream()
                .findFirst();
    }

    List<OpenEdition> editions(UUID person, String typed) {
        List<String> words = SearchText.patterns(typed);
        StringBuilder where = new StringBuilder(EDITIONS);
        for (int i = 0; i < words.size(); i++) {
            where.append(" and d.searchText like :word").append(i).append(" escape '!'");
        }
        TypedQuery<OpenEdition> query = em.createQuery(where + " order by d.startsAt, d.id", OpenEdition.class);
        for (int i = 0; i < words.size(); i++) {
            query.setParameter("word" + i, words.get(i));
        }
        return query.setParameter("own", own)
                .setParameter("person", person)
                .setParameter("now", now)
                .setMaxResults(MOST_EDITIONS)
                .getResultList();
    }

    Optional<OpenEdition> edition(UUID person, UUID edition) {
        return em.createQuery(EDITIONS + " and d.uuid = :edition", OpenEdition.class)
                .setParameter("own", own)
                .setParameter("person", person)
                .setParameter("edition", edition)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }
}
