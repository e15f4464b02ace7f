package nl.kring.crm.web.layout;

/** The texts in Dutch. */
public class Texts_nl extends Texts {

    public Texts_nl() {
        super("nl");
    }
}
