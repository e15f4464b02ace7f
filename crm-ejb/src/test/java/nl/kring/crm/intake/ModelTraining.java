package nl.kring.crm.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.kring.crm.intake.matching.Matching;
import nl.kring.crm.intake.matching.Model;

/** Learns a model from a folder with registers and writes it as the file that the product ships: folder, version, file. */
public final class ModelTraining {

    private ModelTraining() {}

    public static void main(String[] arguments) throws Exception {
        Model model =
                new Matching(Model.SHIPPED).learn(new RegistersOnDisk(Path.of(arguments[0])).claims(), arguments[1]);
        Files.writeString(Path.of(arguments[2]), model.text());
    }
}
