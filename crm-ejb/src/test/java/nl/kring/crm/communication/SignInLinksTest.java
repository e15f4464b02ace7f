package nl.kring.crm.communication;

import static nl.kring.crm.workbench.Office.FEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.Sha256;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;
import nl.kring.crm.security.SignInLinkRefusedException;
import nl.kring.crm.security.SignInLinks;
import nl.kring.crm.workbench.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in by a link goes to one person's own address alone, once, and not for long. */
class SignInLinksTest {

    private static final String MINE = "jansen@voorbeeld.nl";
    private static final String HERE = "192.0.2.1";
    private static final Pattern LINK = Pattern.compile("use-link\\.xhtml\\?(token|confirm)=([A-Za-z0-9_-]{43})");

    private UUID person;
    private Office jansen;

    @BeforeEach
    void open() throws Exception {
        Office.reset();
        Office.run("truncate crm.sign_in_failure");
        Office.hear(SignInLinkMail.class);
        Office.hear(Class.forName("nl.kring.crm.audit.SecurityFacts"));
        person = Office.person("Jansen", "email = '" + MINE + "'");
        jansen = Office.professional(person, MINE);
    }

    @Test
    void a_link_to_a_confirmed_address_signs_in_as_oneself() {
        confirm(jansen);

        Identity identity = entered(jansen, asked(MINE));

        assertThat(identity.accountUuid()).isEqualTo(jansen.account());
        assertThat(identity.roles()).containsExactly(Role.PROFESSIONAL);
        assertThat(identity.organisationId()).isNull();
        assertThat(audit()).isEqualTo("sign-in-link.used");
    }

    @Test
    void an_address_that_nobody_confirmed_gets_no_link() {
        assertThat(asked(MINE)).isNull();
        assertThat(audit("detail")).isEqualTo("not confirmed");
    }

    @Test
    void an_address_without_an_account_gets_no_link() {
        assertThat(asked("niemand@voorbeeld.nl")).isNull();
        assertThat(audit()).isNull();
    }

    @Test
    void saying_that_an_address_is_ones_own_is_proved_by_the_link_that_was_sent_to_it() {
        jansen.tell(SignInLinks.class, links -> links.askToConfirm(HERE));
        assertThat(jansen.ask(SignInLinks.class, SignInLinks::confirmedSince)).isEmpty();

        String proof = lastLink();
        jansen.tell(SignInLinks.class, links -> links.confirm(proof));

        assertThat(jansen.ask(SignInLinks.class, SignInLinks::confirmedSince)).isPresent();
        assertThat(audit()).isEqualTo("address.confirmed");
    }

    @Test
    void a_link_is_used_once() {
        confirm(jansen);
        String link = asked(MINE);
        entered(jansen, link);

        refused(jansen, link);
    }

    @Test
    void of_eight_who_use_a_link_at_once_one_gets_in() throws Exception {
        confirm(jansen);
        String link = asked(MINE);

        assertThat(atOnce(8, () -> entered(jansen, link)))
                .filteredOn(Identity.class::isInstance)
                .hasSize(1);
    }

    @Test
    void of_ten_who_ask_at_once_three_are_heard() throws Exception {
        confirm(jansen);
        Office.run("delete from crm.message");

        atOnce(10, () -> {
            jansen.tell(SignInLinks.class, links -> links.ask(MINE, HERE));
            return null;
        });

        assertThat(Office.value("select count(*) from crm.message")).isEqualTo("3");
        assertThat(Office.value("select count(*) from crm.sign_in_link")).isEqualTo("1");
    }

    @Test
    void a_link_works_for_a_quarter_of_an_hour() {
        confirm(jansen);
        Office.at("2026-09-01T10:00:00Z");
        String link = asked(MINE);
        Office.at("2026-09-01T10:15:00Z");
        refused(jansen, link);

        Office.at("2026-09-01T10:14:59Z");
        assertThat(entered(jansen, link)).isNotNull();
    }

    @Test
    void another_link_takes_the_place_of_the_one_before() {
        confirm(jansen);
        String first = asked(MINE);
        String second = asked(MINE);

        refused(jansen, first);
        assertThat(entered(jansen, second)).isNotNull();
    }

    @Test
    void a_link_is_good_for_its_own_account_alone() {
        Office other = Office.professional(Office.person("Pietersen"), "pietersen@voorbeeld.nl");
        jansen.tell(SignInLinks.class, links -> links.askToConfirm(HERE));
        String proof = lastLink();

        assertThatThrownBy(() -> other.tell(SignInLinks.class, links -> links.confirm(proof)))
                .isInstanceOf(SignInLinkRefusedException.class);
        assertThat(other.ask(SignInLinks.class, SignInLinks::confirmedSince)).isEmpty();

        confirm(jansen);
        String link = asked(MINE);
        assertThat(entered(other, link).accountUuid()).isEqualTo(jansen.account());
    }

    @Test
    void a_link_that_proves_an_address_signs_nobody_in_and_the_other_way_round() {
        jansen.tell(SignInLinks.class, links -> links.askToConfirm(HERE));
        refused(jansen, lastLink());

        confirm(jansen);
        String link = asked(MINE);
        assertThatThrownBy(() -> jansen.tell(SignInLinks.class, links -> links.confirm(link)))
                .isInstanceOf(SignInLinkRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update crm.person set email_shared = true where email = 'jansen@voorbeeld.nl'",
                "update crm.person set email = 'jansen@voorbeeld.nl' where birth_name = 'Collega'",
                "update crm.organisation set email = 'Jansen@voorbeeld.nl' where id = 2",
                "update crm.source_record set email = 'jansen@voorbeeld.nl', private_fields = '{email}'",
            })
    void an_address_that_several_read_gets_no_link_also_when_its_owner_confirmed_it(String shared) {
        Office.knows(FEA, Office.person("Collega"), "1");
        confirm(jansen);
        assertThat(asked(MINE)).isNotNull();

        Office.run(shared);

        assertThat(asked(MINE)).isNull();
        assertThat(audit()).isEqualTo("sign-in-link.withheld");
        assertThatThrownBy(() -> jansen.tell(SignInLinks.class, links -> links.askToConfirm("192.0.2.7")))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, no -> assertThat(no.code()).isEqualTo("sign-in-link-shared"));
    }

    @Test
    void an_address_of_a_function_gets_no_link_unless_the_register_says_that_it_is_personal() {
        UUID solo = Office.person("Solo");
        Office owner = Office.professional(solo, "info@praktijksolo.nl");
        Office.run(
                "insert into crm.personal_address select id, email, now() from crm.account where email = 'info@praktijksolo.nl'");
        assertThat(asked("info@praktijksolo.nl")).isNull();

        Office.run("update crm.person set email = 'info@praktijksolo.nl' where uuid = '" + solo + "'");
        assertThat(entered(owner, asked("info@praktijksolo.nl"))).isNotNull();
    }

    @Test
    void who_works_for_an_organisation_does_not_get_in_by_mail() {
        confirm(jansen);
        String link = asked(MINE);
        Office.run("""
                insert into crm.role_grant (id, uuid, account_id, role, organisation_id, created_at)
                select 1, gen_random_uuid(), id, 'STAFF', 1, now() from crm.account where email = '%s'""".formatted(MINE));

        refused(jansen, link);
        assertThat(asked(MINE)).isNull();
        assertThat(audit("detail")).isEqualTo("has roles");
        assertThatThrownBy(() -> jansen.tell(SignInLinks.class, links -> links.askToConfirm(HERE)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void an_account_that_is_closed_and_an_address_that_changed_get_no_link() {
        confirm(jansen);
        String link = asked(MINE);
        Office.run("update crm.account set active = false where email = '" + MINE + "'");
        refused(jansen, link);
        assertThat(asked(MINE)).isNull();

        Office.run("update crm.account set active = true, email = 'nieuw@voorbeeld.nl' where email = '" + MINE + "'");
        refused(jansen, link);
        assertThat(asked("nieuw@voorbeeld.nl")).isNull();
    }

    @Test
    void who_takes_it_back_gets_no_link_any_more() {
        confirm(jansen);
        String link = asked(MINE);
        jansen.tell(SignInLinks.class, SignInLinks::withdraw);

        refused(jansen, link);
        assertThat(asked(MINE)).isNull();
    }

    @Test
    void three_links_in_a_quarter_of_an_hour_are_enough() {
        confirm(jansen);
        Office.run("truncate crm.sign_in_failure");
        assertThat(asked(MINE)).isNotNull();
        assertThat(asked(MINE)).isNotNull();
        String third = asked(MINE);
        assertThat(third).isNotNull();
        assertThat(asked(MINE, "192.0.2.50")).as("from wherever").isNull();
        assertThat(entered(jansen, third)).isNotNull();

        Office.at("2026-09-01T10:15:01Z");
        assertThat(asked(MINE)).isNotNull();
    }

    @Test
    void who_asks_for_many_is_not_heard_for_a_while() {
        confirm(jansen);
        for (int i = 0; i < 20; i++) {
            asked("niemand" + i + "@voorbeeld.nl", "192.0.2.66");
        }
        assertThat(asked(MINE, "192.0.2.66")).isNull();
        assertThat(asked(MINE)).isNotNull();
    }

    @Test
    void only_the_hash_is_kept_and_a_mail_that_has_left_says_the_link_no_more() {
        confirm(jansen);
        String link = asked(MINE);
        assertThat(Office.value("select encode(hash, 'hex') from crm.sign_in_link"))
                .isEqualTo(HexFormat.of().formatHex(Sha256.of(link)));
        assertThat(Office.value("select count(*) from crm.sign_in_link l where l::text like '%" + link + "%'"))
                .isEqualTo("0");
        assertThat(jansen.ask(Messages.class, Messages::recent)).isEmpty();

        Message message = new Message(
                new OutgoingMail(
                                null,
                                null,
                                SignInLinkMail.SIGN_IN,
                                MINE,
                                "s",
                                "Hier: http://x/?token=" + link,
                                null,
                                null)
                        .forReceiverOnly(),
                Instant.EPOCH);
        message.sent(MessageState.SENT, Instant.EPOCH);
        assertThat(message.getBody()).isEqualTo("Hier: …");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kort", "' or 1=1 --", "\u0000\u0000", "x"})
    void what_is_no_link_is_refused(String token) {
        refused(jansen, token);
        refused(jansen, token.repeat(43));
        refused(jansen, null);
    }

    @Test
    void only_a_professional_confirms_an_address() throws Exception {
        for (var method : SignInLinks.class.getDeclaredMethods()) {
            if (method.getName().matches("askToConfirm|confirm|confirmedSince|withdraw")) {
                assertThat(method.getAnnotation(RolesAllowed.class).value()).containsExactly(Role.PROFESSIONALS);
            }
        }
    }

    private static List<Object> atOnce(int times, Callable<Object> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CountDownLatch ready = new CountDownLatch(times);
            List<Future<Object>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return work.call();
                }));
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> each : running) {
                try {
                    outcomes.add(each.get());
                } catch (ExecutionException refused) {
                    outcomes.add(refused.getCause());
                }
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Identity entered(Office caller, String link) {
        return caller.ask(SignInLinks.class, links -> links.signIn(link));
    }

    private static void refused(Office caller, String link) {
        assertThatThrownBy(() -> entered(caller, link)).isInstanceOf(SignInLinkRefusedException.class);
    }

    private static void confirm(Office owner) {
        owner.tell(SignInLinks.class, links -> links.askToConfirm(HERE));
        String proof = lastLink();
        owner.tell(SignInLinks.class, links -> links.confirm(proof));
        Office.run("truncate crm.sign_in_failure");
    }

    /** Asks for a link; null when none is sent. */
    private String asked(String email) {
        return asked(email, HERE);
    }

    private String asked(String email, String from) {
        Office.run("delete from crm.message");
        jansen.tell(SignInLinks.class, links -> links.ask(email, from));
        return lastLink();
    }

    private static String lastLink() {
        String body = Office.value("select body from crm.message order by id desc limit 1");
        Matcher link = LINK.matcher(body == null ? "" : body);
        return link.find() ? link.group(2) : null;
    }

    private static String audit() {
        return audit("action");
    }

    private static String audit(String column) {
        return Office.value("select " + column + " from crm.audit_entry order by id desc limit 1");
    }
}
