package nl.kring.crm.communication.mailing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.OutgoingMail;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.platform.Sha256;
import nl.kring.crm.security.SecretText;

/** Writes some mails of a mailing in one transaction, together with that they are written. For its job alone. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailingDesk {

    /** How far it is. */
    record Step(int done, int all, boolean more) {}

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Messages messages;

    /** Writes the next mails; nothing when all are written or somebody stopped it. */
    public Step write(UUID uuid, int most) {
        MailingTable table = new MailingTable(em);
        Mailing mailing = table.find(uuid).orElseThrow(NotFoundException::new);
        List<MailingTable.Waiting> waiting = mailing.isUnderWay() ? table.waiting(mailing.getId(), most) : List.of();
        waiting.forEach(each -> write(table, mailing, each));
        int[] progress = table.progress(mailing.getId());
        if (mailing.isUnderWay() && progress[0] == progress[1]) {
            mailing.finish(clock.instant());
        }
        return new Step(progress[0], progress[1], !waiting.isEmpty() && progress[0] < progress[1]);
    }

    private void write(MailingTable table, Mailing mailing, MailingTable.Waiting to) {
        String token = mailing.getPurpose().canBeStopped() ? SecretText.random() : null;
        String page = token == null ? null : Settings.baseUrl() + "/communication/unsubscribe.xhtml?token=" + token;
        MailText text = filled(mailing.text(to.language()), to.shared() ? "collega" : to.name(), page);
        Long message = messages.put(new OutgoingMail(
                        mailing.getOrganisationId(),
                        to.shared() ? null : to.personId(),
                        mailing.getPurpose().kind(),
                        to.address(),
                        text.subject(),
                        text.body(),
                        null,
                        null)
                .stoppedAt(token == null ? null : Settings.baseUrl() + "/communication/stop?token=" + token));
        table.written(to.id(), message, token == null ? null : Sha256.of(token));
    }

    /** What others typed, like the title of a course, is left as it is. */
    private static MailText filled(MailText text, String name, String page) {
        Map<String, String> values = page == null ? Map.of("name", name) : Map.of("name", name, "unsubscribe", page);
        return text.filledWhereKnown(values);
    }
}
