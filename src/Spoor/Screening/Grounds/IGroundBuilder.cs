using Spoor.Transfers;

namespace Spoor.Screening.Grounds;

/// <summary>Takes the transfers of a chain, in order, and makes a ground of them.</summary>
internal interface IGroundBuilder
{
    void Add(Transfer transfer);

    ChainGround Build();
}
