package nl.kring.crm.enrolment;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.enrolment.price.CancellationTerms;
import nl.kring.crm.enrolment.price.Policies;
import nl.kring.crm.enrolment.price.PolicyLine;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.enrolment.price.RegionPolicy;
import nl.kring.crm.enrolment.price.Tier;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cancelling costs at an organisation. */
class PoliciesTest {

    private static AgendaDatabase database;
    private static PricedEditions editions;
    private static CurrentUser noord;
    private static CurrentUser zuid;
    private static int minutes;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        editions = new PricedEditions(database);
        noord = database.staffOf("NOORD");
        zuid = database.staffOf("ZUID");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void nobody_has_a_policy() {
        database.clearAgenda();
        for (PolicyLine line : list(noord)) {
            editions.sql(
                    "update crm.cancellation_policy set retired_at = now(), usual = false where uuid = '%s'",
                    line.uuid());
        }
    }

    @Test
    void the_first_policy_is_the_usual_one_and_another_takes_its_place() {
        UUID first = add(RegionPolicy.TWENTE);
        UUID second = add(RegionPolicy.APANTA);

        assertThat(list(noord)).extracting(PolicyLine::uuid).containsExactly(first, second);
        as(noord, policies -> {
            policies.makeUsual(second);
            return null;
        });
        assertThat(list(noord)).extracting(PolicyLine::usual).containsExactly(true, false);
        assertThat(list(noord).get(0).uuid()).isEqualTo(second);
        assertThat(list(noord).get(0).terms()).isEqualTo(RegionPolicy.APANTA.terms());
    }

    @Test
    void a_change_is_a_version_that_leaves_alone_who_enrolled_before() {
        UUID policy = add(RegionPolicy.TWENTE);
        UUID edition = database.published("NOORD", aCourse().wish());
        UUID before = editions.enrol(edition, editions.person("GP"), AgendaDatabase.CLOCK, PriceWish.NONE);
        change(noord, policy, 0, RegionPolicy.DOKH.terms());
        UUID after = editions.enrol(edition, editions.person("GP"), AgendaDatabase.CLOCK, PriceWish.NONE);

        assertThat(list(noord)).singleElement().satisfies(line -> {
            assertThat(line.versions()).isEqualTo(2);
            assertThat(line.terms()).isEqualTo(RegionPolicy.DOKH.terms());
        });
        assertThat(editions.fee(before, AgendaDatabase.NOW)).isZero();
        assertThat(editions.fee(after, AgendaDatabase.NOW)).isEqualTo(2_500);
        assertThatThrownBy(() -> change(noord, policy, 0, RegionPolicy.TWENTE.terms()))
                .isInstanceOf(EditConflictException.class);
    }

    @Test
    void an_edition_keeps_to_the_policy_that_was_chosen_for_it() {
        add(RegionPolicy.TWENTE);
        UUID strict = add(RegionPolicy.APANTA);
        UUID edition = database.published("NOORD", aCourse().wish());
        editions.as(noord, prices -> prices.choosePolicy(edition, strict));
        UUID enrolment = editions.enrol(edition, editions.person("GP"), AgendaDatabase.CLOCK, PriceWish.NONE);
        assertThat(editions.fee(enrolment, AgendaDatabase.NOW)).isEqualTo(5_000);

        editions.as(noord, prices -> prices.choosePolicy(edition, null));
        UUID usual = editions.enrol(edition, editions.person("GP"), AgendaDatabase.CLOCK, PriceWish.NONE);
        assertThat(editions.fee(usual, AgendaDatabase.NOW)).isZero();
    }

    @Test
    void another_organisations_policies_do_not_exist() {
        UUID policy = add(RegionPolicy.TWENTE);
        UUID south = database.published("ZUID", aCourse().wish());

        assertThat(list(zuid)).isEmpty();
        assertThatThrownBy(() -> change(zuid, policy, 0, RegionPolicy.DOKH.terms()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(zuid, policies -> {
                    policies.retire(policy);
                    return null;
                }))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> editions.as(zuid, prices -> prices.choosePolicy(south, policy)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_usual_policy_stays_until_another_is_and_what_cannot_be_is_refused() {
        UUID policy = add(RegionPolicy.TWENTE);
        assertThatThrownBy(() -> as(noord, policies -> {
                    policies.retire(policy);
                    return null;
                }))
                .hasMessageContaining("policy-in-use");
        assertThatThrownBy(() -> add(RegionPolicy.TWENTE)).hasMessageContaining("policy-name-taken");
        assertThatThrownBy(() -> terms(List.of())).hasMessageContaining("policy-tiers");
        assertThatThrownBy(() -> terms(List.of(new Tier(14, 50, 0, 0)))).hasMessageContaining("policy-tiers");
        assertThatThrownBy(() -> terms(List.of(new Tier(0, 101, 0, 0)))).hasMessageContaining("policy-amounts");
        assertThatThrownBy(() -> terms(List.of(new Tier(0, 50, -1, 0)))).hasMessageContaining("policy-amounts");
    }

    private static UUID terms(List<Tier> tiers) {
        return as(noord, policies -> policies.add("Eigen", new CancellationTerms(0, tiers, 0, 0, 0, false, true)));
    }

    private static UUID add(RegionPolicy like) {
        return as(noord, policies -> policies.add(like.name(), like.terms()));
    }

    private static void change(CurrentUser caller, UUID policy, long version, CancellationTerms terms) {
        as(caller, policies -> {
            policies.change(policy, version, "Anders", terms);
            return null;
        });
    }

    private static List<PolicyLine> list(CurrentUser caller) {
        return as(caller, Policies::list);
    }

    private static <T> T as(CurrentUser caller, Function<Policies, T> work) {
        Clock clock = Clock.offset(AgendaDatabase.CLOCK, Duration.ofMinutes(++minutes)); // each time a little later
        return database.inTransaction(
                em -> work.apply(wired(new Policies(), em, clock, caller, wired(new AuditTrail(), em, clock, caller))));
    }
}
