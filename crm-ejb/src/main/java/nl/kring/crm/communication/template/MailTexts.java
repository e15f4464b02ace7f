package nl.kring.crm.communication.template;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.Collectors;

/** The texts as they are now, for those who write mails; how they come to be is {@link MailTemplates}'. */
@Stateless
public class MailTexts {

    @PersistenceContext
    private EntityManager em;

    /** What an organisation wrote itself, with one query. For boundaries that write mails: there may be no caller. */
    @PermitAll
    public OwnTexts inUse(Long organisation) {
        List<MailTemplate> own = em.createQuery("""
                        select t from MailTemplate t
                         where t.organisationId = :organisation and t.replacedAt is null and t.subject is not null""", MailTemplate.class)
                .setParameter("organisation", organisation)
                .getResultList();
        return own.isEmpty()
                ? OwnTexts.NONE
                : new OwnTexts(own.stream()
                        .collect(Collectors.toMap(
                                each -> OwnTexts.key(each.getKind(), each.getLanguage()), MailTemplate::words)));
    }
}
