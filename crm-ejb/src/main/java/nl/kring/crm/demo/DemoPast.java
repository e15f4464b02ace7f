package nl.kring.crm.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.attendance.past.PastDesk;

/** Two lists of earlier years, read as the product reads them: the first was taken over, of the second somebody still has to decide. */
@Dependent
class DemoPast {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private PastDesk desk;

    void bringIn() {
        List<UUID> lists = em.createQuery("select i.uuid from PastImport i order by i.id", UUID.class)
                .getResultList();
        lists.forEach(this::rehearse);
        desk.apply(lists.get(0));
    }

    private void rehearse(UUID list) {
        desk.beginReading(list);
        int last = desk.read(list, 0);
        while (last > 0) {
            last = desk.read(list, last);
        }
        desk.rehearsed(list);
    }
}
