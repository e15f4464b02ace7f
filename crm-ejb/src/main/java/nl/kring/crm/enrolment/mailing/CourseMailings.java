package nl.kring.crm.enrolment.mailing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.communication.mailing.MailingPurpose;
import nl.kring.crm.communication.mailing.Mailings;
import nl.kring.crm.communication.mailing.NewMailing;
import nl.kring.crm.communication.mailing.Outcome;
import nl.kring.crm.communication.mailing.Recipient;
import nl.kring.crm.communication.template.MailTemplates;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.platform.TextParts;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Letters to many: an invitation to those whom a course is meant for, a letter to those who come, news to a selection of the
 * register. What would be sent to whom is seen first; who gets none is named with the reason. For the staff of an organisation,
 * of the courses that they organise.
 */
@Stateless
public class CourseMailings {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");
    private static final String DUTCH = "nl";
    private static final String ENGLISH = "en";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Editions editions;

    @Inject
    private MailTemplates templates;

    @Inject
    private Mailings mailings;

    /** The text that a letter begins with: the organisation's own, else the shipped one. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public MailText beginning(MailingPurpose purpose) {
        return templates.beginning(purpose.kind(), DUTCH);
    }

    /** The same for who chose English. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public MailText englishBeginning(MailingPurpose purpose) {
        return templates.beginning(purpose.kind(), ENGLISH);
    }

    /**
     * What sending it would do; nothing is sent. For staff of the course's organisers.
     *
     * @throws NotFoundException there is no such edition of theirs
     * @throws InvalidInputException the text cannot be sent so, or nobody can enrol at the edition
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public MailingPreview preview(MailingWish wish) {
        List<Recipient> all = recipients(wish, false);
        List<Recipient> mails =
                all.stream().filter(each -> each.outcome() == Outcome.MAIL).toList();
        Recipient first = mails.isEmpty() ? null : mails.get(0);
        MailText english = english(wish);
        return new MailingPreview(
                mails.size(),
                (int) mails.stream().filter(Recipient::shared).count(),
                (int) mails.stream().filter(CourseMailings::readsEnglish).count(),
                Arrays.stream(Outcome.values())
                        .filter(outcome -> outcome != Outcome.MAIL)
                        .map(outcome -> new MailingPreview.Count(outcome, (int) all.stream()
                                .filter(each -> each.outcome() == outcome)
                                .count()))
                        .filter(count -> count.persons() > 0)
                        .toList(),
                first == null ? null : first.address(),
                text(wish).filledWhereKnown(example(first)),
                english == null
                        ? null
                        : english.filledWhereKnown(example(mails.stream()
                                .filter(CourseMailings::readsEnglish)
                                .findFirst()
                                .orElse(first))));
    }

    private static boolean readsEnglish(Recipient recipient) {
        return ENGLISH.equals(recipient.language());
    }

    private static Map<String, String> example(Recipient to) {
        return Map.of(
                "name",
                to == null ? "…" : to.shared() ? "collega" : to.name(),
                "unsubscribe",
                Settings.baseUrl() + "/communication/unsubscribe.xhtml?token=…");
    }

    /**
     * Everybody of the selection, who gets it and who does not and why. For staff; refuses as {@link #preview}, but looks at no
     * text.
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<Recipient> recipients(MailingWish wish) {
        return recipients(wish, false);
    }

    /**
     * Sends it to whom it concerns at this moment; the same letter once more sends nothing. For staff.
     *
     * @throws InvalidInputException as {@link #preview}, and nobody would get it
     * @throws NotFoundException as {@link #preview}
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void send(MailingWish wish) {
        MailText text = text(wish);
        MailText english = english(wish);
        List<Recipient> recipients = recipients(wish, true);
        if (mailings.isQueued(wish.uuid())) {
            return; // a double click
        }
        EditionDetail edition = edition(wish);
        mailings.queue(new NewMailing(
                wish.uuid(),
                wish.purpose(),
                edition == null ? null : edition.line().id(),
                edition == null ? organisation().getName() : edition.line().title() + ", " + start(edition),
                text,
                english,
                recipients));
    }

    /**
     * Names and addresses of a selection for a newsletter that is made elsewhere, without those who want none. For staff.
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<NewsletterLine> newsletter(Selection selection) {
        return table().newsletter(currentUser.requireOrganisation(), selection);
    }

    private List<Recipient> recipients(MailingWish wish, boolean alone) {
        EditionDetail edition = edition(wish);
        return table().of(
                        wish.purpose(),
                        currentUser.requireOrganisation(),
                        edition == null ? null : table().course(edition.line().id(), alone),
                        wish.selection());
    }

    private EditionDetail edition(MailingWish wish) {
        currentUser.requireOrganisation();
        if (wish.purpose() == MailingPurpose.SELECTION) {
            return null;
        }
        EditionDetail edition = editions.edition(wish.edition());
        if (!edition.own()) {
            throw new NotFoundException();
        }
        if (wish.purpose() == MailingPurpose.INVITATION && edition.line().state() != EditionState.OPEN) {
            throw new InvalidInputException("mailing-not-open");
        }
        if (wish.purpose() == MailingPurpose.INVITATION
                && em.find(Edition.class, edition.line().id()).isInCompany()) {
            throw new InvalidInputException("mailing-in-company");
        }
        return edition;
    }

    /** The letter with all that is the same for everybody. */
    private MailText text(MailingWish wish) {
        return filled(wish, templates.checked(wish.purpose().kind(), DUTCH, wish.subject(), wish.body()));
    }

    /** That for who chose English; null when they get the Dutch one. */
    private MailText english(MailingWish wish) {
        return wish.hasEnglish()
                ? filled(
                        wish,
                        templates.checked(wish.purpose().kind(), ENGLISH, wish.englishSubject(), wish.englishBody()))
                : null;
    }

    private MailText filled(MailingWish wish, MailText kept) {
        EditionDetail edition = edition(wish);
        Map<String, String> values = new HashMap<>();
        values.put("organiser", organisation().getName());
        if (edition != null) {
            String where = TextParts.joined(
                    ", ", edition.line().location(), edition.line().place());
            values.put("title", edition.line().title());
            values.put("when", start(edition));
            values.put("where", where.isEmpty() ? "online" : where);
            values.put("link", Settings.baseUrl() + "/agenda/view-course.xhtml?id=" + edition.uuid());
        }
        return kept.filledWhereKnown(values);
    }

    private static String start(EditionDetail edition) {
        return MOMENT.format(AmsterdamTime.toLocal(edition.line().startsAt()));
    }

    private Organisation organisation() {
        return em.find(Organisation.class, currentUser.requireOrganisation());
    }

    private RecipientTable table() {
        return new RecipientTable(em, LocalDate.now(clock));
    }
}
