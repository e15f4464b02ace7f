package nl.kring.crm.registry.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/** The practices that rows of registers name. Whoever writes source records calls this in the same transaction. */
@Stateless
public class Workplaces {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /**
     * Links all rows to practices, makes the ones that nobody named before, joins those that turn out to be one, and derives
     * what is shown of every practice that rows of these persons name or named. Doing it again changes nothing. For the
     * import, which has no caller.
     *
     * @return the persons whose rows are now linked otherwise than before, or whose practice shows something else, also others
     *     than those asked for
     */
    @PermitAll
    public Set<Long> link(Collection<Long> personIds) {
        em.flush();
        return em.unwrap(Session.class).doReturningWork(connection -> {
            WorkplaceLinks links = new WorkplaceLinks(connection, clock.instant());
            LinkedRows linked = links.link(null, personIds);
            linked.persons().addAll(links.follow(linked));
            return linked.persons();
        });
    }

    /**
     * The same with the rows of a run that are put down and not stored yet: they are stored with their practices then, and
     * {@link #follow} is called. For the import, which has no caller.
     *
     * @param privateFields what of the register stays with its organisation
     */
    @PermitAll
    public LinkedRows linkIncoming(
            Long register, Long run, Collection<String> privateFields, Collection<Long> personIds) {
        em.flush();
        return em.unwrap(Session.class)
                .doReturningWork(connection -> new WorkplaceLinks(connection, clock.instant())
                        .link(new WorkplaceLinks.Incoming(register, run, privateFields), personIds));
    }

    /**
     * Derives what is shown of practices that rows name now, and joins those that turned out to be one. For the import.
     *
     * @return who works where something else is shown now
     */
    @PermitAll
    public Set<Long> follow(LinkedRows linked) {
        return em.unwrap(Session.class)
                .doReturningWork(connection -> new WorkplaceLinks(connection, clock.instant()).follow(linked));
    }

    /** Derives what is shown of these organisations. For merging, which has asked who may. */
    @PermitAll
    public void derive(Collection<Long> organisations) {
        em.flush();
        em.unwrap(Session.class).doWork(connection -> new OrganisationSurvivorship(connection).derive(organisations));
    }

    /**
     * Derives practices anew that rows no longer name, and lets go of those that only rows had named and that have nothing
     * of their own. For the import, which has no caller.
     *
     * @return who works where something else is shown now
     */
    @PermitAll
    public Set<Long> leave(Collection<Long> practices) {
        em.flush();
        Set<Long> persons = em.unwrap(Session.class).doReturningWork(connection -> {
            OrganisationSurvivorship survivorship = new OrganisationSurvivorship(connection);
            survivorship.derive(practices);
            return survivorship.personsToShow();
        });
        Long[] unsaid = longs(em.createNativeQuery("""
                        select o.id from crm.organisation o
                         where o.id = any (cast(:practices as bigint[])) and o.kind = 'PRACTICE' and o.code is null
                           and not o.participant
                           and not crm.is_referred_to('crm.organisation', o.id, array['crm.practice_key']::regclass[])""")
                .setParameter("practices", practices.toArray(Long[]::new))
                .getResultList());
        em.createNativeQuery("delete from crm.practice_key where organisation_id = any (cast(:unsaid as bigint[]))")
                .setParameter("unsaid", unsaid)
                .executeUpdate();
        em.createNativeQuery("delete from crm.organisation where id = any (cast(:unsaid as bigint[]))")
                .setParameter("unsaid", unsaid)
                .executeUpdate();
        return persons;
    }

    private static Long[] longs(List<?> ids) {
        return ids.stream().map(id -> ((Number) id).longValue()).toArray(Long[]::new);
    }
}
