package nl.kring.crm.communication;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.workbench.NewTask;
import nl.kring.crm.workbench.TaskInbox;
import nl.kring.crm.workbench.TaskSubject;

/** Gives the sender's staff the task to find another address of somebody whom mail does not reach; once, until it is done. */
@Dependent
class BounceNews {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TaskInbox tasks;

    void tell(Message message) {
        if (message.getOrganisationId() == null || message.getPersonId() == null) {
            return;
        }
        List<?> found = em.createNativeQuery("""
                        select p.uuid, p.display_name from crm.person p
                         where p.id = :person
                           and not exists (select 1 from crm.task t
                                            where t.organisation_id = :organisation and t.subject_uuid = p.uuid
                                              and t.done_at is null and t.title like 'Mail komt niet aan%')""", Tuple.class)
                .setParameter("person", message.getPersonId())
                .setParameter("organisation", message.getOrganisationId())
                .getResultList();
        found.forEach(row -> {
            Tuple person = (Tuple) row;
            tasks.put(
                    message.getOrganisationId(),
                    new NewTask(
                            "Mail komt niet aan: " + person.get(1, String.class),
                            null,
                            null,
                            TaskSubject.PERSON,
                            person.get(0, UUID.class)));
        });
    }
}
