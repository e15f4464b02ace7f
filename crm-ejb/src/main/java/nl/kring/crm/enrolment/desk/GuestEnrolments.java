package nl.kring.crm.enrolment.desk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.OutgoingMail;
import nl.kring.crm.enrolment.EnrolmentAnswer;
import nl.kring.crm.enrolment.EnrolmentRefused;
import nl.kring.crm.enrolment.GuestSeats;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.platform.Sha256;
import nl.kring.crm.platform.TextParts;
import nl.kring.crm.registry.SelfEntries;
import nl.kring.crm.security.SecretText;

/**
 * Enrolling without an account. Whoever asks gets the same answer, whether the address or the person is known or not: nobody
 * looks. Only the link that is mailed to the address enrols, so that nobody is enrolled by somebody else. The guest is put
 * into the register as typed in and compared with who is there afterwards.
 */
@Stateless
public class GuestEnrolments {

    /** How long the link works. */
    static final Duration LINK_WORKS = Duration.ofHours(24);

    /** Where what a guest says of himself or herself was said. */
    private static final String SAID_AT = "Zelf ingevuld bij een inschrijving zonder account";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Editions editions;

    @Inject
    private SelfEntries register;

    @Inject
    private GuestSeats seats;

    @Inject
    private Messages messages;

    /**
     * Mails the address a link that enrols. Anybody. Past three mails an hour to one address the answer is the same and no
     * mail goes out.
     *
     * @param caller where on the network the question comes from
     * @throws NotFoundException there is no such edition for everybody
     * @throws InvalidInputException something typed cannot be kept, or is missing, as an answer that has to be given
     * @throws EnrolmentRefused nobody can enrol, or not with that profession
     * @throws GuestRefused it was asked too often from there
     */
    @PermitAll
    public void ask(UUID editionUuid, GuestForm form, String caller) {
        EditionDetail edition = editions.edition(editionUuid);
        register.check(form.person());
        if (!form.consent()) {
            throw new InvalidInputException("guest-consent");
        }
        seats.check(editionUuid, form.profession(), form.answers(), form.meetsPrerequisites());
        Instant now = clock.instant();
        GuestMarks marks = GuestMarks.of(editionUuid, form, caller);
        GuestTable table = table(now);
        table.takeTurn(marks.caller());
        if (table.isTooOften("asked_from", marks.caller(), GuestTable.MOST_FROM_CALLER)) {
            throw new GuestRefused("guest-too-often");
        }
        table.takeTurn(marks.address());
        boolean enough = table.isTooOften("counted_for", marks.address(), GuestTable.MOST_TO_ADDRESS);
        table.letGo();
        String token = SecretText.random();
        GuestRequest request =
                new GuestRequest(edition.line().id(), form, marks, Sha256.of(token), now, now.plus(LINK_WORKS));
        em.persist(request);
        em.flush();
        table.keep(request, form.answers());
        table.keepNumbers(request, form.profession(), form.numbers());
        if (!enough) {
            messages.send(mail(table.edition(edition.line().id()), form, token));
        }
    }

    /**
     * What the link is about. Anyone who has it; reading changes nothing, since programs open links of mails to look whether
     * they are safe.
     *
     * @throws NotFoundException no such link was ever given, or its time is long over
     */
    @PermitAll
    public GuestAnswer shown(String token) {
        GuestTable table = table(clock.instant());
        GuestRequest request = table.find(token, LockModeType.NONE).orElseThrow(NotFoundException::new);
        EnrolmentAnswer made =
                request.isConfirmed() ? seats.answer(table.enrolmentUuid(request.getEnrolmentId())) : null;
        return answer(table.edition(request.getEditionId()), request, made);
    }

    /**
     * Enrols the guest: with a seat when one is free, else on the waiting list. Anyone who has the link. Once more answers
     * the same, as does another link of the same guest for the same edition.
     *
     * @throws NotFoundException as {@link #shown}
     * @throws GuestRefused the link came too late
     * @throws EnrolmentRefused a rule says no by now
     */
    @PermitAll
    public GuestAnswer confirm(String token) {
        Instant now = clock.instant();
        GuestTable table = table(now);
        GuestRequest request = table.find(token, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
        if (request.isConfirmed()) {
            return shown(token);
        }
        if (request.isExpired(now)) {
            throw new GuestRefused("guest-link-expired");
        }
        table.takeTurn(request.getSameAs());
        Object[] edition = table.edition(request.getEditionId());
        Optional<Object[]> earlier = table.earlier(request.getSameAs());
        EnrolmentAnswer made = earlier.isPresent()
                ? seats.answer((UUID) earlier.get()[1])
                : enrol(request.form(table.answers(request), table.numbers(request)), (UUID) edition[0], (Long)
                        edition[2]);
        table.letGoOfAnswers(request);
        request.confirm(table.enrolmentId(made.uuid()), now);
        em.flush();
        return answer(edition, request, made);
    }

    /** The questions as they stand; a test takes the turns out, to see what they are for. */
    GuestTable table(Instant now) {
        return new GuestTable(em, now);
    }

    private EnrolmentAnswer enrol(GuestForm form, UUID edition, Long organiser) {
        UUID person = register.add(form.person(), organiser, SAID_AT);
        return seats.enrol(edition, person, form.address(), form.tongue(), form.answers(), form.meetsPrerequisites());
    }

    /** Nothing that the guest typed stands in the mail: it may go to somebody who never asked for it. */
    private static OutgoingMail mail(Object[] edition, GuestForm form, String token) {
        Map<String, String> values = Map.of(
                "title", (String) edition[1],
                "organiser", (String) edition[3],
                "link", Settings.baseUrl() + "/enrolment/confirm-guest.xhtml?token=" + token);
        MailText text = MailText.of(GuestEnrolments.class, "guest-confirm", form.tongue(), values);
        return new OutgoingMail(
                (Long) edition[2], null, "guest-confirm", form.address(), text.subject(), text.body(), null, null);
    }

    private GuestAnswer answer(Object[] edition, GuestRequest request, EnrolmentAnswer made) {
        GuestForm typed = request.form();
        return new GuestAnswer(
                (UUID) edition[0],
                (String) edition[1],
                (String) edition[3],
                (Instant) edition[4],
                (Instant) edition[5],
                TextParts.joined(", ", (String) edition[6], (String) edition[7]),
                seats.price((UUID) edition[0], typed.profession()),
                TextParts.joined(" ", typed.givenName(), typed.prefix(), typed.birthName()),
                made == null ? null : made.state(),
                made == null ? null : made.position(),
                request.isExpired(clock.instant()),
                request.getExpiresAt());
    }
}
