package nl.kring.crm.enrolment.price;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import nl.kring.crm.agenda.EditionRepeated;
import nl.kring.crm.security.CurrentUser;

/** An edition that is held once more costs the same: prices, free seats for members and policy come along. */
@Dependent
class PriceNews {

    /** The last day of an early price is as many days before the course as it was. */
    private static final String PRICES = """
            insert into crm.price_rule (id, uuid, edition_id, audience, belonging, until, price_cents, account_id, made_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), n.id, r.audience, r.belonging,
                   r.until + (cast(n.starts_at at time zone 'Europe/Amsterdam' as date)
                              - cast(d.starts_at at time zone 'Europe/Amsterdam' as date)),
                   r.price_cents, cast(:account as bigint), :now
              from crm.price_rule r
              join crm.edition d on d.id = r.edition_id
              join crm.edition n on n.id = :edition
             where d.id = :source and r.ended_at is null
             order by r.id""";

    private static final List<String> BESIDES = List.of(
            "insert into crm.member_seats (edition_id, seats) select :edition, seats from crm.member_seats where edition_id = :source",
            "insert into crm.edition_policy (edition_id, policy_id) select :edition, policy_id from crm.edition_policy where edition_id = :source");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    void comeAlong(@Observes EditionRepeated news) {
        em.flush();
        em.createNativeQuery(PRICES)
                .setParameter("account", currentUser.accountId())
                .setParameter("now", clock.instant())
                .setParameter("source", news.sourceId())
                .setParameter("edition", news.editionId())
                .executeUpdate();
        BESIDES.forEach(each -> em.createNativeQuery(each)
                .setParameter("source", news.sourceId())
                .setParameter("edition", news.editionId())
                .executeUpdate());
    }
}
