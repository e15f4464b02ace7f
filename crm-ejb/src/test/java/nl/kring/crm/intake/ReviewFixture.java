package nl.kring.crm.intake;

import static nl.kring.crm.database.Wired.wired;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.intake.matching.Matching;
import nl.kring.crm.intake.review.MatchAudits;
import nl.kring.crm.intake.review.ReviewSamples;
import nl.kring.crm.intake.review.Reviews;
import nl.kring.crm.registry.Stewardship;
import nl.kring.crm.registry.merging.BareMerges;
import nl.kring.crm.registry.merging.Merges;
import nl.kring.crm.registry.merging.OrganisationMerges;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/** The registers of the demo with their doubts, clerks at the desk, and the truth, which only tests know. */
final class ReviewFixture {

    private ReviewFixture() {}

    static void bringAllIn() {
        TwenteTruth.bringIn(TwenteTruth.FILES.keySet());
    }

    /** Somebody at a desk. Each call is a transaction of its own. */
    static final class Clerk {

        private final Caller caller;

        private Clerk(Caller caller) {
            this.caller = caller;
        }

        static Clerk of(String organisation, int number) {
            Long account = account(organisation + number);
            return new Clerk(new Caller(account, organisation(organisation), Role.STAFF));
        }

        static Clerk administrator() {
            return new Clerk(new Caller(account("beheer"), null, Role.PLATFORM_ADMIN));
        }

        <T> T desk(Function<Reviews, T> work) {
            return IntakeFixture.inTransaction(em -> work.apply(reviews(em)));
        }

        <T> T merging(Function<Merges, T> work) {
            return IntakeFixture.inTransaction(em -> work.apply(merges(em)));
        }

        <T> T organisations(Function<OrganisationMerges, T> work) {
            return IntakeFixture.inTransaction(
                    em -> work.apply(BareMerges.ofOrganisations(em, IntakeFixture.TODAY, caller, audit(em))));
        }

        <T> T samples(Function<ReviewSamples, T> work) {
            return IntakeFixture.inTransaction(em ->
                    work.apply(wired(new ReviewSamples(), em, IntakeFixture.TODAY, caller, reviews(em), merges(em))));
        }

        <T> T audits(Function<MatchAudits, T> work) {
            return IntakeFixture.inTransaction(
                    em -> work.apply(wired(new MatchAudits(), em, IntakeFixture.TODAY, caller, audit(em))));
        }

        private Reviews reviews(EntityManager em) {
            return wired(
                    new Reviews(),
                    em,
                    IntakeFixture.TODAY,
                    caller,
                    merges(em),
                    BareMerges.separations(em, IntakeFixture.TODAY, caller, audit(em)));
        }

        private Merges merges(EntityManager em) {
            return BareMerges.of(
                    em,
                    IntakeFixture.TODAY,
                    caller,
                    wired(new Stewardship(), em, IntakeFixture.TODAY, caller),
                    audit(em));
        }

        private AuditTrail audit(EntityManager em) {
            return wired(new AuditTrail(), em, IntakeFixture.TODAY, caller);
        }
    }

    /** Who really is who, and how much of it stands. */
    static final class Truth {

        private final Map<String, String> persons = TwenteTruth.persons();

        boolean same(UUID one, UUID other) {
            Set<String> both = who(one);
            both.retainAll(who(other));
            return !both.isEmpty();
        }

        private Set<String> who(UUID person) {
            return IntakeFixture.rows("""
                            select r.register_code, r.source_key from crm.source_record r join crm.person p on p.id = r.person_id
                             where p.uuid = '%s'""".formatted(person)).stream()
                    .map(row -> row.split("\\|"))
                    .map(row -> persons.get(Matching.name(row[0], row[1])))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Pairs of rows that are one person: all there are, those that were found, and those that were wrong. */
        Pairs pairs() {
            Map<String, List<String>> clusters =
                    IntakeFixture.rows("select r.person_id, r.register_code, r.source_key from crm.source_record r")
                            .stream()
                            .map(row -> row.split("\\|"))
                            .collect(Collectors.groupingBy(
                                    row -> row[0],
                                    Collectors.mapping(
                                            row -> persons.get(Matching.name(row[1], row[2])), Collectors.toList())));
            Map<String, Long> sizes = clusters.values().stream()
                    .flatMap(List::stream)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            long found = 0;
            long together = 0;
            for (List<String> cluster : clusters.values()) {
                together += pairsOf(cluster.size());
                found +=
                        cluster.stream()
                                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                                .values()
                                .stream()
                                .mapToLong(Truth::pairsOf)
                                .sum();
            }
            return new Pairs(sizes.values().stream().mapToLong(Truth::pairsOf).sum(), found, together - found);
        }

        private static long pairsOf(long size) {
            return size * (size - 1) / 2;
        }
    }

    record Pairs(long all, long found, long wrong) {

        double recall() {
            return (double) found / all;
        }
    }

    static Long organisation(String code) {
        return Long.valueOf(IntakeFixture.rows("select id from crm.organisation where code = '" + code + "'")
                .get(0));
    }

    private static Long account(String name) {
        return IntakeFixture.inTransaction(em -> ((Number) em.createNativeQuery("""
                        insert into crm.account (id, uuid, email, display_name, created_at)
                        values (nextval('crm.entity_seq'), gen_random_uuid(), :email, :name, now())
                            on conflict (email) do update set display_name = excluded.display_name returning id""")
                        .setParameter("email", name.toLowerCase(java.util.Locale.ROOT) + "@example.nl")
                        .setParameter("name", name)
                        .getSingleResult())
                .longValue());
    }

    private static final class Caller extends CurrentUser {

        private final Identity identity;

        private Caller(Long account, Long organisation, Role role) {
            identity = new Identity(
                    account, UUID.randomUUID(), "a@example.nl", "A", "nl", null, organisation, Set.of(role));
        }

        @Override
        public Optional<Identity> identity() {
            return Optional.of(identity);
        }
    }
}
