package vn.lienthong.hub.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the door takes at once and how long it waits.
 *
 * @param lanes sessions to the broker; a receipt always takes the same one
 * @param inFlight submissions being taken at once, more are told to come back
 * @param inFlightSize bytes of bodies held in memory at once
 * @param spooling large bodies being written to the content store at once
 * @param inline bodies up to this size travel in the message
 * @param deadline the longest wait for the broker's word, and for each word of the content store
 * @param stall the longest a body may stand still on its way in
 * @param upload the longest a body may take from its first byte to its last
 * @param reuse how long the same bytes without a key get the same receipt
 */
@ConfigurationProperties("lienthong.intake.door")
record DoorSettings(
        @DefaultValue("2") int lanes,
        @DefaultValue("2000") int inFlight,
        @DefaultValue("128MB") DataSize inFlightSize,
        @DefaultValue("16") int spooling,
        @DefaultValue("256KB") DataSize inline,
        @DefaultValue("5s") Duration deadline,
        @DefaultValue("60s") Duration stall,
        @DefaultValue("15m") Duration upload,
        @DefaultValue("10s") Duration reuse) {}
