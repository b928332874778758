namespace Dateline.Text.Models;

/// <summary>Gets what the encoder made of the words of one sentence, or piece of a sentence, after its tags and tree were written.</summary>
/// <param name="first">Row of the first word.</param>
/// <param name="count">How many words.</param>
/// <param name="states"><see cref="LanguageModel.StateWidth"/> numbers for each word; good only during the call.</param>
internal unsafe delegate void StateReceiver(int first, int count, float* states);
