-- The words of one base are searched base by base: some hundred texts at most, found by their stream.
create index text_of_stream on text (stream);
