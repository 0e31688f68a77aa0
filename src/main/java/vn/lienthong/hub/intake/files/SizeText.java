package vn.lienthong.hub.intake.files;

import org.springframework.util.unit.DataSize;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads {@code 25MB}. */
final class SizeText extends ValueDeserializer<DataSize> {

    @Override
    public DataSize deserialize(JsonParser text, DeserializationContext context) {
        return DataSize.parse(text.getString());
    }
}
