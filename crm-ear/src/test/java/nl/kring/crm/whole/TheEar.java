package nl.kring.crm.whole;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** The archive that was just built, as it is: what is tested is what is delivered. */
final class TheEar {

    private TheEar() {}

    static EnterpriseArchive built() {
        return ShrinkWrap.create(ZipImporter.class, "kring.ear")
                .importFrom(new File(System.getProperty("kring.ear")))
                .as(EnterpriseArchive.class);
    }
}
