package nl.kring.crm.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.kring.crm.enrolment.price.CancellationTerms;
import nl.kring.crm.enrolment.price.RegionPolicy;
import nl.kring.crm.enrolment.price.Tier;

/** The usual terms of Twente at all who organise, courses free of VAT, and one course that costs members less. */
@Dependent
class DemoPrices {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Transactional
    void setUp() {
        for (String organisation : List.of("WDH", "FEA", "THOON", "CHPA", "SHT", "LHV")) {
            usualTerms(organisation, "Twente", RegionPolicy.TWENTE.terms());
            freeOfVat(organisation);
        }
        price("De vrouw en de hormonen", "", "MEMBER", 5_500);
        price("De vrouw en de hormonen", "PHYSICIAN_ASSISTANT,NURSE_SPECIALIST", null, 6_500);
        price("Tweedaagse huisarts en specialist", "GP_TRAINEE", null, 19_500);
    }

    private void usualTerms(String organisation, String name, CancellationTerms terms) {
        em.createNativeQuery("""
                        with policy as (
                          insert into crm.cancellation_policy (id, uuid, organisation_id, name, usual, created_at)
                          select nextval('crm.entity_seq'), :policy, o.id, :name, true, :now
                            from crm.organisation o where o.code = :organisation
                          returning id)
                        insert into crm.policy_version (id, uuid, policy_id, cooling_off_days, from_days, percents, minimums,
                               fixeds, no_show_cents, free_meeting_days, free_meeting_cents, webinars_free, substitute_free, made_at)
                        select nextval('crm.entity_seq'), :version, p.id, :cooling, cast(:days as integer[]),
                               cast(:percents as integer[]), cast(:minimums as integer[]), cast(:fixeds as integer[]), :missed,
                               :meetingdays, :meeting, :webinars, :substitute, :now
                          from policy p""")
                .setParameter("policy", UUID.randomUUID())
                .setParameter("version", UUID.randomUUID())
                .setParameter("organisation", organisation)
                .setParameter("name", name)
                .setParameter("now", clock.instant())
                .setParameter("cooling", terms.coolingOffDays())
                .setParameter("days", each(terms, Tier::fromDays))
                .setParameter("percents", each(terms, Tier::percent))
                .setParameter("minimums", each(terms, Tier::minimumCents))
                .setParameter("fixeds", each(terms, Tier::fixedCents))
                .setParameter("missed", terms.noShowCents())
                .setParameter("meetingdays", terms.freeMeetingDays())
                .setParameter("meeting", terms.freeMeetingCents())
                .setParameter("webinars", terms.webinarsFree())
                .setParameter("substitute", terms.substituteFree())
                .executeUpdate();
    }

    private static String each(CancellationTerms terms, Function<Tier, Integer> part) {
        return terms.tiers().stream().map(part).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private void freeOfVat(String organisation) {
        em.createNativeQuery("""
                        insert into crm.vat_setting (id, uuid, organisation_id, valid_from, exempt, made_at)
                        select nextval('crm.entity_seq'), :uuid, o.id, date '2020-01-01', true, :now
                          from crm.organisation o where o.code = :organisation""")
                .setParameter("uuid", UUID.randomUUID())
                .setParameter("organisation", organisation)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private void price(String title, String audience, String belonging, int cents) {
        em.createNativeQuery("""
                        insert into crm.price_rule (id, uuid, edition_id, audience, belonging, price_cents, made_at)
                        select nextval('crm.entity_seq'), :uuid, d.id, coalesce(string_to_array(nullif(:audience, ''), ','), '{}'),
                               cast(:belonging as text), :cents, :now
                          from crm.edition d join crm.course c on c.id = d.course_id where c.title = :title""")
                .setParameter("uuid", UUID.randomUUID())
                .setParameter("title", title)
                .setParameter("audience", audience)
                .setParameter("belonging", belonging)
                .setParameter("cents", cents)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
