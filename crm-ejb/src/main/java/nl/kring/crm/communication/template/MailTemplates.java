package nl.kring.crm.communication.template;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.OutgoingMail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/**
 * The texts of an organisation's mails: staff write their own in place of the shipped one, for each kind and language. They
 * see and change those of their own organisation alone.
 */
@Stateless
public class MailTemplates {

    private static final List<String> LANGUAGES = List.of("nl", "en");
    private static final int MOST_VERSIONS = 50;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private Messages messages;

    @Inject
    @Any
    private Instance<MailForms> components;

    /** Every kind of mail in both languages, and which text it has. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<TemplateLine> list() {
        Map<String, MailTemplate> written = em.createQuery("""
                        select t from MailTemplate t where t.organisationId = :organisation and t.replacedAt is null""", MailTemplate.class)
                .setParameter("organisation", currentUser.requireOrganisation())
                .getResultStream()
                .collect(Collectors.toMap(each -> OwnTexts.key(each.getKind(), each.getLanguage()), each -> each));
        return forms().flatMap(form -> LANGUAGES.stream().map(language -> line(form, language, written)))
                .toList();
    }

    /**
     * The text of one kind of mail, with all its versions. For staff.
     *
     * @throws NotFoundException there is no such kind of mail, or no such language
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public TemplateDetail detail(String kind, String language) {
        MailForm form = form(kind, language);
        Words words = new Words(form);
        MailText shipped = MailText.shipped(form.writer(), kind, language);
        Optional<MailTemplate> last = last(kind, language);
        MailText own = last.map(MailTemplate::words).orElse(null);
        return new TemplateDetail(
                kind,
                language,
                last.map(MailTemplate::getUuid).orElse(null),
                own != null,
                words.shown(own == null ? shipped : own),
                words.shown(shipped),
                form.places().stream()
                        .map(place -> new TemplateDetail.Word(
                                place.word(), place.code(), form.required().contains(place.code())))
                        .sorted(Comparator.comparing(word -> !word.required()))
                        .toList(),
                versions(words, kind, language));
    }

    /**
     * Writes the organisation's own text; mails that are written from now on have it. For staff.
     *
     * @param base the version that was changed, as {@link TemplateDetail#base} gave it
     * @throws NotFoundException there is no such kind of mail
     * @throws EditConflictException a colleague wrote another since
     * @throws InvalidInputException it is empty, has a word that is not known, or lacks one that is needed
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void write(String kind, String language, UUID base, String subject, String body) {
        MailText kept = new Words(form(kind, language)).kept(subject, body);
        put(kind, language, base, kept);
        audit.record("mail-template.written", null, kind + " " + language);
    }

    /** Takes the shipped text again; the own one stays among the versions. For staff; refuses as {@link #write}. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void backToShipped(String kind, String language, UUID base) {
        form(kind, language);
        put(kind, language, base, null);
        audit.record("mail-template.shipped", null, kind + " " + language);
    }

    /**
     * The mail as it would read, about something real of the organisation. For staff.
     *
     * @throws NotFoundException there is no such kind of mail
     * @throws InvalidInputException as {@link #write}
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public MailText preview(String kind, String language, String subject, String body) {
        return new Words(form(kind, language)).kept(subject, body).filled(example(kind, language));
    }

    /** Mails the example to the caller's own address. For staff; refuses as {@link #preview}. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public String sendTest(String kind, String language, String subject, String body) {
        MailText text = preview(kind, language, subject, body);
        String address = currentUser.identity().map(Identity::email).orElseThrow(NotFoundException::new);
        messages.send(new OutgoingMail(
                currentUser.requireOrganisation(),
                null,
                "test-mail",
                address,
                "[test] " + text.subject(),
                text.body(),
                null,
                null));
        return address;
    }

    /**
     * A text of the caller's organisation with words for staff, to begin a letter with. For staff.
     *
     * @throws NotFoundException there is no such kind of mail
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public MailText beginning(String kind, String language) {
        return detail(kind, language).text();
    }

    /**
     * A letter that was typed, as it is kept: with codes in the places. For staff.
     *
     * @throws NotFoundException there is no such kind of mail
     * @throws InvalidInputException as {@link #write}
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public MailText checked(String kind, String language, String subject, String body) {
        return new Words(form(kind, language)).kept(subject, body);
    }

    private void put(String kind, String language, UUID base, MailText text) {
        alone(kind, language);
        Optional<MailTemplate> last = last(kind, language);
        if (!Objects.equals(last.map(MailTemplate::getUuid).orElse(null), base)) {
            throw new EditConflictException();
        }
        Instant now = clock.instant();
        last.ifPresent(each -> each.replace(now));
        em.flush(); // the one before makes room for it
        em.persist(new MailTemplate(
                currentUser.requireOrganisation(), kind, language, text, currentUser.accountId(), now));
        em.flush();
    }

    /** Until the commit nobody else writes this text: of two at once the second meets what the first wrote. */
    private void alone(String kind, String language) {
        em.createNativeQuery(
                        "select count(*) from (select pg_advisory_xact_lock(hashtextextended(:text, 49))) as locked")
                .setParameter("text", currentUser.requireOrganisation() + OwnTexts.key(kind, language))
                .getSingleResult();
    }

    private TemplateLine line(MailForm form, String language, Map<String, MailTemplate> written) {
        MailTemplate last = written.get(OwnTexts.key(form.kind(), language));
        MailText own = last == null ? null : last.words();
        MailText text = own == null ? MailText.shipped(form.writer(), form.kind(), language) : own;
        return new TemplateLine(
                form.kind(),
                language,
                new Words(form).shown(text).subject(),
                own != null,
                last == null ? null : last.getWrittenAt());
    }

    private List<TemplateDetail.TemplateVersion> versions(Words words, String kind, String language) {
        return em.createQuery("""
                        select t, a.displayName from MailTemplate t left join Account a on a.id = t.accountId
                         where t.organisationId = :organisation and t.kind = :kind and t.language = :language
                         order by t.writtenAt desc, t.id desc""", Object[].class)
                .setParameter("organisation", currentUser.requireOrganisation())
                .setParameter("kind", kind)
                .setParameter("language", language)
                .setMaxResults(MOST_VERSIONS)
                .getResultStream()
                .map(row -> {
                    MailTemplate each = (MailTemplate) row[0];
                    return new TemplateDetail.TemplateVersion(
                            each.words() == null ? null : words.shown(each.words()), each.getWrittenAt(), (String)
                                    row[1]);
                })
                .toList();
    }

    private Optional<MailTemplate> last(String kind, String language) {
        return em.createQuery("""
                        select t from MailTemplate t
                         where t.organisationId = :organisation and t.kind = :kind and t.language = :language
                           and t.replacedAt is null""", MailTemplate.class)
                .setParameter("organisation", currentUser.requireOrganisation())
                .setParameter("kind", kind)
                .setParameter("language", language)
                .getResultStream()
                .findFirst();
    }

    private Map<String, String> example(String kind, String language) {
        Long organisation = currentUser.requireOrganisation();
        return components.stream()
                .map(each -> each.example(kind, organisation, language))
                .flatMap(Optional::stream)
                .findFirst()
                .map(HashMap::new)
                .orElseThrow(NotFoundException::new);
    }

    private MailForm form(String kind, String language) {
        return forms().filter(each -> each.kind().equals(kind) && LANGUAGES.contains(language))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Stream<MailForm> forms() {
        return components.stream().flatMap(each -> each.forms().stream());
    }
}
